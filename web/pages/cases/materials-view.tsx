import { CheckCircleOutlined, ExclamationCircleOutlined, FileOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../../../contract/cases.ts'
import { movedNote } from '../../../contract/reason-texts.ts'
import { copiesWords } from './copies.ts'

type Files = NonNullable<CasePage['materials'][number]['handedIn']>['files']

/** What was asked for and what came, each file to be looked at beside the list. */
export function MaterialsView({ page }: { readonly page: CasePage }) {
  const [shown, setShown] = useState<Files[number]>()
  const missing = page.materials.filter(({ handedIn, necessary }) => handedIn === null && necessary).length
  const address = (digest: string, inline: boolean) => `/api/cases/${page.id}/files/${digest}${inline ? '?inline=true' : ''}`
  const show = (file: Files[number]) => setShown(shown?.digest === file.digest ? undefined : file)
  return (
    <section className="panel" aria-labelledby="materials-title">
      <h2 id="materials-title">申请材料 {missing > 0 && <span className="fault">缺 {missing} 项</span>}</h2>
      <ul className="materials">
        {page.materials.map(({ material, name, necessary, handedIn, fault, dueLater, dueMoved, acceptance, wanted }) => (
          <li key={material}>
            <span className={handedIn ? 'good' : necessary ? 'fault' : 'quiet'} aria-hidden="true">
              {handedIn ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
            </span>
            <div>
              <strong>{name}</strong>{' '}
              {handedIn ? (
                <span className="quiet">
                  {handedIn.on} {handedIn.form === 'paper' ? `纸质，${copiesWords(handedIn)}` : '电子'}
                </span>
              ) : (
                <span className={necessary ? 'fault' : 'quiet'}>{necessary ? `未交（${copiesWords(wanted) || '电子'}）` : '可不交，未交'}</span>
              )}
              {dueLater && <span className="flagged">容缺，限 {dueLater} 前补交</span>}
              <span className="quiet">{movedNote(dueMoved)}</span>
              {fault && <p className="fault">已告知：{fault}</p>}
              <p className="quiet">{acceptance}</p>
              {handedIn && handedIn.files.length > 0 && (
                <ul className="files">
                  {handedIn.files.map((file) => (
                    <li key={file.digest}>
                      <Button size="small" icon={<FileOutlined />} aria-pressed={shown?.digest === file.digest} onClick={() => show(file)}>
                        {file.name}
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown && (
        <figure className="preview">
          <figcaption>
            {shown.name}{' '}
            <a href={address(shown.digest, false)} download>
              下载
            </a>
          </figcaption>
          {shown.mediaType.startsWith('image/') ? (
            <img src={address(shown.digest, true)} alt={shown.name} />
          ) : shown.mediaType === 'application/pdf' ? (
            <iframe src={address(shown.digest, true)} title={`预览：${shown.name}`} />
          ) : (
            <p className="quiet">这种文件不能在页面中预览，请下载查看。</p>
          )}
        </figure>
      )}
    </section>
  )
}
