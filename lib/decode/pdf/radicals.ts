/**
 * Radicals → the ideographs they look like. Fonts map one glyph to both, and PDF writers often choose the radical, so
 * 民 comes out as ⺠. Kangxi radicals have compatibility decompositions; the supplement's pairs are those of Unicode's
 * EquivalentUnifiedIdeograph.txt, as far as an ideograph of the basic plane exists.
 */
const SUPPLEMENT: Record<string, string> = Object.fromEntries(
  `⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬
  ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺲罒 ⺶羊 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见
  ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼
  ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟`
    .split(/\s+/)
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
/** Kangxi radicals whose decomposition is a form not used in mainland China, while the fonts there share the glyph. */
const MAINLAND: Record<string, string> = { '⼾': '户', '⾭': '青' };

/** The text with every radical (U+2E80 to U+2FDF) replaced by its ideograph; all else unchanged. */
export function unifyRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fdf]/g,
    (radical) => MAINLAND[radical] ?? SUPPLEMENT[radical] ?? radical.normalize('NFKC'),
  );
}
