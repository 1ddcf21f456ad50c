/** Radicals and compatibility forms that stand in a text for the character they look like: a font's table named them so when the page was printed. */
const LOOKALIKE = /[\u2e80-\u2fd5\uf900-\ufaff]/g

/** The radicals of the supplement that have no counterpart in Unicode's own tables, each followed by the character meant. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺉刂⺋卩⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺲罒⺳网⺶羊⺷羊⺸羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
const MEANT = new Map<string, string>()
for (let i = 0; i + 1 < SUPPLEMENT.length; i += 2) MEANT.set(SUPPLEMENT[i]!, SUPPLEMENT[i + 1]!)

/** The text as it was written before it was printed: look-alikes replaced, one character for one. */
export function writtenCharacters(text: string): string {
  return text.replace(LOOKALIKE, (char) => MEANT.get(char) ?? char.normalize('NFKC'))
}
