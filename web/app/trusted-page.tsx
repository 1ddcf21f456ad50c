import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

/** A page that breaks takes nothing else with it, and says so. A page whose part is gone after an upgrade is fetched anew. */
export class TrustedPage extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Result
        status="warning"
        title={<h1>这个页面没能打开</h1>}
        subTitle="系统可能刚刚升级，或者网络中断。已经提交的办理不受影响。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        }
      />
    )
  }
}
