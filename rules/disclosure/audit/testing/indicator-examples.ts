import { aProject } from './build.ts'
import { type Example, lines, project, projects } from './example.ts'

const basis = { basis: '年度计划' }
export const indicatorExamples: readonly Example[] = [
  {
    rule: 'IND-L3-BLANK',
    faulty: [project({ rows: [['数量指标', '寄送文件数量', '≥10件', { level3: '', basis: '' }]] })],
    sound: [
      project({ rows: [['数量指标', '按台账统计', '≥10件', { level3: '寄送文件数量', basis: '' }]] }),
      project({ rows: [['数量指标', '寄送文件数量', '≥10件', { level3: null }]] }),
      project({ rows: [['生态效益指标', '', '', { level3: '', basis: '' }]] }),
    ],
  },
  {
    rule: 'IND-BASIS-BLANK',
    faulty: [project({ rows: [['数量指标', '寄送文件数量', '≥10件', { basis: '' }]] })],
    sound: [
      project({ rows: [['数量指标', '寄送文件数量', '≥10件', basis]] }),
      project({ rows: [['数量指标', '寄送文件数量', '≥10件', { basis: null }]] }),
    ],
  },
  { rule: 'IND-BLANK', faulty: [project({ rows: [['数量指标', '', '≥10件']] }, '≥10件')], sound: [project({ rows: [['数量指标', '', '']] })] },
  {
    rule: 'IND-TARGET-BLANK',
    faulty: [project({ rows: [['数量指标', '寄送文件数量', '']] })],
    sound: [project({ rows: [['数量指标', '', '']] }), project({ rows: [['社会效益指标', '办事便利程度', '显著提升']] })],
  },
  { rule: 'IND-ROW-EMPTY', faulty: [project({ rows: [['生态效益指标', '', '']] })], sound: [project({})] },
  {
    rule: 'IND-DIR',
    faulty: [
      project({ rows: [['社会效益指标', '群众投诉率', '≥95%']] }, '≥95%'),
      project({ rows: [['质量指标', '信箱监督举报率', '>90%']] }),
      project({ rows: [['质量指标', '差错次数', '≥3次']] }),
      project({ rows: [['质量指标', '不合格率', '≥5%']] }),
      project({ rows: [['满意度指标', '群众满意度', '≤90%']] }),
      project({ rows: [['质量指标', '验收合格率', '<98%']] }),
    ],
    sound: [
      project({ rows: [['质量指标', '群众投诉率', '≤1%']] }),
      project({ rows: [['质量指标', '投诉处理率', '≥99%']] }),
      project({ rows: [['质量指标', '举报办结率', '≥99%']] }),
      project({ rows: [['质量指标', '排除故障次数占故障发生次数的比率', '≥95%']] }),
      project({ rows: [['质量指标', '故障排除及时率', '≥95%']] }),
      project({ rows: [['数量指标', '查处违法案件数量', '≥10件']] }),
      project({ rows: [['数量指标', '投诉举报件数', '≥1000件']] }),
      project({ rows: [['质量指标', '非正常办结率', '≤2%']] }),
      project({ rows: [['质量指标', '投诉率下降率', '≥10%']] }),
      project({ rows: [['质量指标', '差错率', '=0%']] }),
      project({ rows: [['数量指标', '违法建设拆除率', '≥90%']] }),
      project({ rows: [['满意度指标', '群众满意度', '=100%']] }),
      project({ rows: [['质量指标', '预算执行率', '≤100%']] }),
      project({ rows: [['质量指标', '完成率', '≤100%']] }),
    ],
  },
  {
    rule: 'IND-DIR-LIKELY',
    faulty: [
      project({ rows: [['社会效益指标', '群众投诉件数', '≥10件']] }),
      project({ rows: [['质量指标', '差错率', '95%']] }),
      project({ rows: [['数量指标', '反映设备报废情况', '≥95%']] }),
      project({ rows: [['数量指标', '审批完成率', '≤100%']] }),
    ],
    sound: [
      project({ rows: [['质量指标', '差错率', '0%']] }),
      project({ rows: [['质量指标', '差错率', '≤1%']] }),
      project({ rows: [['数量指标', '报废设备处置数量', '≥5台']] }),
    ],
  },
  {
    rule: 'IND-CEILING',
    faulty: [project({ rows: [['数量指标', '当年维护硬件的数量', '≤10个']] })],
    sound: [
      project({ rows: [['数量指标', '当年维护硬件的数量', '≥10个']] }),
      project({ rows: [['数量指标', '安全事故起数', '≤1起']] }),
      project({ rows: [['成本指标', '采购成本', '≤10万元']] }),
    ],
  },
  {
    rule: 'IND-ZERO',
    faulty: [project({ rows: [['时效指标', '维护硬件的数量', '≤0']] }, '≤0'), project({ rows: [['数量指标', '培训人数', '≥0人']] })],
    sound: [project({ rows: [['质量指标', '事故起数', '≤0起']] }), project({ rows: [['质量指标', '群众投诉次数', '=0次']] })],
  },
  {
    rule: 'IND-RANGE',
    faulty: [project({ rows: [['满意度指标', '群众满意度', '≥120%']] })],
    sound: [
      project({ rows: [['满意度指标', '群众满意度', '≥100%']] }),
      project({ rows: [['数量指标', '任务完成率', '≥120%']] }),
      project({ rows: [['经济效益指标', '收入增长率', '≥150%']] }),
    ],
  },
  {
    rule: 'IND-OP',
    faulty: [
      projects(
        [
          aProject({
            rows: [
              ['质量指标', '投递准确率', '≥99%'],
              ['社会效益指标', '免跑动事项占比', '90%'],
            ],
          }),
        ],
        {},
        '90%',
      ),
    ],
    sound: [
      projects([
        aProject({
          rows: [
            ['质量指标', '投递准确率', '99%'],
            ['社会效益指标', '免跑动事项占比', '90%'],
          ],
        }),
      ]),
      projects([
        aProject({
          rows: [
            ['质量指标', '投递准确率', '≥99%'],
            ['时效指标', '完成时间', '2020年12月'],
          ],
        }),
      ]),
      projects([
        aProject({
          rows: [
            ['质量指标', '投递准确率', '≥99%'],
            ['社会效益指标', '便利程度', '明显提升'],
          ],
        }),
      ]),
      projects([aProject({ rows: [['质量指标', '投递准确率', '90%以上']] })]),
    ],
  },
  {
    rule: 'IND-UNIT',
    faulty: [project({ rows: [['质量指标', '异常次数占总次数的比率', '≥95']] }, '≥95')],
    sound: [
      project({ rows: [['质量指标', '投递准确率', '≥95%']] }),
      project({ rows: [['质量指标', '投递准确率（%）', '≥95']] }),
      project({ rows: [['质量指标', '投递准确率', '≥0.95']] }),
      project({ rows: [['质量指标', '屏幕分辨率', '≥1080']] }),
      projects([
        aProject({
          rows: [
            ['质量指标', '投递准确率', '≥95'],
            ['数量指标', '寄送数量', '≥10'],
          ],
        }),
      ]),
    ],
  },
  {
    rule: 'IND-UNIT-BARE',
    faulty: [project({ rows: [['社会效益指标', '当年维护硬件的数量', '≤10']] }), project({ rows: [['满意度指标', '满意度', '≥95']] })],
    sound: [
      project({ rows: [['数量指标', '维护次数', '≥10']] }),
      project({ rows: [['数量指标', '维护硬件数量（台）', '≥10']] }),
      project({ rows: [['数量指标', '维护硬件数量', '≥10台']] }),
    ],
  },
  {
    rule: 'IND-TYPE',
    faulty: [
      project({ rows: [['数量指标', '工作报告、总结报告数量', '≥95%']] }, '≥95%'),
      project({ rows: [['数量指标', '制作宣传品（份）', '≥95%']] }),
      project({ rows: [['质量指标', '验收合格率', '≥95个']] }),
    ],
    sound: [
      project({ rows: [['数量指标', '合格数量占总数量的比率', '≥95%']] }),
      project({ rows: [['数量指标', '寄送数量增长率', '≥5%']] }),
      project({ rows: [['时效指标', '上门巡检频率', '≥2次']] }),
      project({ rows: [['质量指标', '办事效率', '≥3件']] }),
      project({ rows: [['社会效益指标', '服务态度评价', '≥95分']] }),
    ],
  },
  {
    rule: 'IND-UNIFORM',
    faulty: [
      project({ rows: ['数量', '质量', '时效', '经济效益', '满意度'].map((slot, at) => [`${slot}指标`, `第${at}项完成率`, '≥95%'] as const) }),
    ],
    sound: [project({})],
  },
  {
    rule: 'IND-CAT',
    faulty: [
      project({ rows: [['时效指标', '购置质量合格的数量占购置总数量的比率', '≥90%']] }),
      project({ rows: [['时效指标', '当年维护硬件的数量', '≥9台']] }),
      project({ rows: [['数量指标', '购置质量合格率（%）', '≥90%']] }),
      project({ rows: [['质量指标', '当年维护硬件的数量', '≥9台']] }),
      project({ rows: [['质量指标', '专项支出控制在预算范围之内', '≥95%']] }),
      project({ rows: [['满意度指标', '证书发放率', '≥90%']] }),
      project({ rows: [['满意度指标', '群众投诉率', '≤10%']] }),
      project({ rows: [['社会效益指标', '群众满意度', '≥90%']] }),
      project({ rows: [['经济效益指标', '信箱监督举报率', '≤10%']] }),
      project({ rows: [['经济效益指标', '组织宣传活动次数（次）', '≥3次']] }),
    ],
    sound: [
      project({}),
      project({ rows: [['质量指标', '系统故障次数', '≤3次']] }),
      project({ rows: [['时效指标', '办结时间', '≤5个工作日']] }),
      project({ rows: [['时效指标', '设备验收', '2020年6月底前']] }),
      project({ rows: [['时效指标', '项目按期完成率', '≥95%']] }),
      project({ rows: [['时效指标', '经费支出率', '≥95%']] }),
      project({ rows: [['经济效益指标', '打印成本降低', '≥5%']] }),
      project({ rows: [['满意度指标', '参训人员满意率', '≥95%']] }),
      project({ rows: [['社会效益指标', '投诉办结率', '≥95%']] }),
    ],
  },
  {
    rule: 'IND-FIT',
    faulty: [project({ rows: [['数量指标', '办公自动化覆盖率', '≥90%']] }), project({ rows: [['经济效益指标', '审批事项完成率', '≥90%']] })],
    sound: [project({})],
  },
  {
    rule: 'IND-VAGUE',
    faulty: [project({ rows: [['质量指标', '反映人员素质情况', '≥95%']] }), project({ rows: [['质量指标', '业务水平提升效果', '≥95%']] })],
    sound: [
      project({ rows: [['质量指标', '反映窗口办结情况', '≥95%', { level3: '窗口办结率' }]] }),
      project({ rows: [['质量指标', '群众反映问题办结率', '≥95%']] }),
    ],
  },
  {
    rule: 'IND-MEASURE',
    faulty: [project({ rows: [['质量指标', '印刷审批资料', '≥95%']] })],
    sound: [project({ rows: [['质量指标', '印刷差错率', '≤1%']] }), project({ rows: [['质量指标', '投递完整性', '≥95%']] })],
  },
  { rule: 'IND-IRREL', faulty: [project({ rows: [['数量指标', '组织宣传活动次数', '≥9次']] })], sound: [project({})] },
  {
    rule: 'IND-DUP',
    faulty: [
      project({
        rows: [
          ['数量指标', '覆盖范围占比', '≥90%'],
          ['社会效益指标', '覆盖范围占比', '≥90%'],
        ],
      }),
    ],
    sound: [
      project({
        rows: [
          ['数量指标', '说明同上', '≥90%', { level3: '甲类覆盖率' }],
          ['社会效益指标', '说明同上', '≥90%', { level3: '乙类覆盖率' }],
        ],
      }),
    ],
  },
  {
    rule: 'IND-CONTRA',
    faulty: [
      project(
        {
          rows: [
            ['数量指标', '维护硬件的数量', '≤10个'],
            ['时效指标', '维护硬件的数量', '≤0'],
          ],
        },
        '≤0',
      ),
      project({
        rows: [
          ['数量指标', '完成率', '≥90%'],
          ['时效指标', '完成率', '≤90%'],
        ],
      }),
    ],
    sound: [
      project({
        rows: [
          ['数量指标', '覆盖率', '≥90%'],
          ['时效指标', '覆盖率', '90%'],
        ],
      }),
      project({
        rows: [
          ['数量指标', '维护', '≥9台'],
          ['成本指标', '维护', '≤2万元'],
        ],
      }),
    ],
  },
  {
    rule: 'IND-SLOT',
    faulty: [
      project(
        {
          rows: ['数量', '质量', '时效', '可持续影响', '经济效益', '经济效益', '满意度'].map(
            (slot, at) => [`${slot}指标`, `第${at}项`, '≥9%'] as const,
          ),
        },
        '经济效益指标',
      ),
    ],
    sound: [
      project({ rows: ['数量', '数量', '质量', '时效', '社会效益', '满意度'].map((slot, at) => [`${slot}指标`, `第${at}项`, '≥9%'] as const) }),
      project({
        rows: ['数量', '质量', '时效', '成本', '社会效益', '社会效益', '满意度'].map((slot, at) => [`${slot}指标`, `第${at}项`, '≥9%'] as const),
      }),
    ],
  },
  {
    rule: 'IND-OUTPUT-MISSING',
    faulty: [
      project({
        rows: [
          ['社会效益指标', '甲', '≥9%'],
          ['满意度指标', '乙', '≥9%'],
        ],
      }),
    ],
    sound: [
      project({}),
      project({
        rows: [
          ['数量指标', '甲', '≥9件'],
          ['质量指标', '乙率', '≥9%'],
          ['社会效益指标', '丙率', '≥9%'],
        ],
      }),
      project({ rows: [] }),
    ],
  },
  {
    rule: 'IND-COST-MISSING',
    faulty: [
      project({
        rows: [
          ['数量指标', '甲', '≥9件'],
          ['质量指标', '乙率', '≥9%'],
          ['社会效益指标', '丙率', '≥9%'],
        ],
      }),
    ],
    sound: [project({})],
  },
  {
    rule: 'TYPO',
    faulty: [
      project({ use: '短息服务费' }, '短息'),
      lines(['未参见医疗保险的行政单位'], '未参见'),
      lines(['打印机、传真机、复印件等'], '复印件'),
      lines([['反应审批事项完成情况']], '反应'),
      lines(['固定资产节能评估和生母申请报告'], '生母申请报告'),
      lines(['截止2019年12月31日'], '截止'),
    ],
    sound: [project({}), lines(['应急反应情况', '化学反应程度', '提交身份证复印件', '截止时间：2019年12月31日', '短信服务费', '反映审批情况'])],
  },
]
