/** Words of CSS itself, besides those that the lexicon has: some are names too, and plain words only where CSS is written. */
export const CSS_WORDS: ReadonlySet<string> = new Set(
  `
  abbr accentcolor accentcolortext accumulate acos activetext additive aliceblue alphaimageloader antialiased
  antiquewhite apple aqua aquamarine arcs asin atan autospace azure backface basicimage bdi bdo beige bezier bidi
  bisque blanchedalmond blink blueviolet broken burlywood butt buttonborder buttonface buttonhighlight
  buttonshadow buttontext cadetblue calc canvastext cap captiontext chained chaining chars charset chartreuse
  checkmark coarse condensed conic constrained coral cornflowerblue cornsilk crimson crisp crosshair cue cursive
  cyclic darkblue darkcyan darken darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen
  darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise
  darkviolet dasharray dashoffset datalist deeppink deepskyblue dfn diagonal dimgray dimgrey discretionary
  dodgerblue dximagetransform east endcolorstr env fangsong fieldtext firebrick flexbox flip floralwhite
  forestgreen frameset fuchsia gainsboro ghostwhite goldenrod grabbing grayscale graytext greenyellow groupbox
  gutter hgroup highlighttext honeydew hotpink hsl hsla hwb hyphenate hypot ideograph ime inactiveborder
  inactivecaption inactivecaptiontext indianred indigo inert infobackground infotext interactivity interpolation
  intersect intrinsic isolate iteration ivory jis kana kbd kerning khaki khtml lang lavender lavenderblush
  lawngreen lcd lch lemonchiffon ligatures lightcoral lightcyan lighten lightgoldenrodyellow lightgray lightgreen
  lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
  limegreen linearrgb linecap linejoin lining linktext luminance luminosity magenta mark marks marktext maroon
  masonry max maximized mediatext mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
  mediumslateblue mediumspringgreen mediumturquoise mediumvioletred menulist menutext midnightblue minmax
  mintcream mistyrose miterlimit moccasin navajowhite nesw nobr nums nwse oklab oklch oldlace oldstyle olive
  olivedrab optgroup optimize optimizelegibility optimum orange orangered ordinal overhang overline overscroll
  palegoldenrod palegreen paleturquoise palevioletred papayawhip param parenthesis peachpuff pinch pink pixelated
  pow powderblue progid radial railed ray reading rebeccapurple rect resizer rgba ridge rosybrown royalblue ruby
  runnable saddlebrown samp sandybrown saturate scoop seagreen seashell sepia sesame sienna sizingmethod skyblue
  slashed slateblue slategray slategrey sliderthumb smoothing splitter springgreen sqrt squircle srgb stalled
  startcolorstr steelblue subgrid suboptimum subpixel subtract tabular tan textfield thistle titlebar titling
  unicase unscrollable verso violet visiblefill visiblepainted visiblestroke visitedtext wavy wbr whitesmoke will
  windowframe windowtext xor xywh yellowgreen zooming
  translatex translatey translatez translate3d scalex scaley scalez scale3d rotatex rotatey rotatez rotate3d
  skewx skewy matrix3d blinkmacsystemfont roman georgia osx focusring`
    .trim()
    .split(/\s+/),
);

const UNITS: ReadonlySet<string> = new Set(
  `px em rem ex rex ch rch cap rcap ic ric lh rlh vw svw lvw dvw vh svh lvh dvh vi svi lvi dvi vb svb lvb dvb vmin svmin
  lvmin dvmin vmax svmax lvmax dvmax cqw cqh cqi cqb cqmin cqmax cm mm q in pt pc deg grad rad turn s ms hz khz dpi dpcm
  dppx x fr`.split(/\s+/),
);
const HEXADECIMAL = /^[\da-f-]+$/i;

/** True for what may stand behind a digit: a unit, or the rest of a number in hexadecimal. */
export const isUnit = (word: string): boolean => UNITS.has(word) || HEXADECIMAL.test(word);
