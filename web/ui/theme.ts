import type { ThemeConfig } from 'antd'

/** White paper, ink text, one blue for action; seal red only for the seal, the decision and the overdue. */
export const theme: ThemeConfig = {
  cssVar: { key: 'oneseal' },
  hashed: false,
  token: {
    colorPrimary: '#1456a0',
    colorError: '#c0272d',
    colorText: '#1f2328',
    colorTextSecondary: '#4b535c',
    colorTextTertiary: '#57606a',
    colorTextDescription: '#57606a',
    colorTextPlaceholder: '#6a737d',
    colorLink: '#1456a0',
    borderRadius: 4,
    fontFamily: "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
    motion: false,
  },
}
