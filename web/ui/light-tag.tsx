import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PauseCircleOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { Tag } from 'antd'
import type { ReactNode } from 'react'

export type Light = 'green' | 'yellow' | 'red-promise' | 'red' | 'stopped' | 'none'

const looks: Record<Light, { colour: string; background: string; icon: ReactNode }> = {
  green: { colour: '#1a6b35', background: '#eaf6ee', icon: <CheckCircleOutlined /> },
  yellow: { colour: '#7a4d00', background: '#fff4d6', icon: <ClockCircleOutlined /> },
  'red-promise': { colour: '#a31f27', background: '#fdecec', icon: <WarningFilled /> },
  red: { colour: '#fff', background: '#c0272d', icon: <ExclamationCircleFilled /> },
  stopped: { colour: '#3d4a5c', background: '#e8edf3', icon: <PauseCircleOutlined /> },
  none: { colour: '#4b535c', background: '#f2f3f5', icon: <MinusCircleOutlined /> },
}

/** A light is never colour alone: an icon and a word say the same. */
export function LightTag({ light, word }: { readonly light: Light; readonly word: string }) {
  const { colour, background, icon } = looks[light]
  return (
    <Tag icon={icon} variant="filled" style={{ color: colour, background, marginInlineEnd: 0 }}>
      {word}
    </Tag>
  )
}
