const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Attributes that hold words for people. */
export const TEXT_ATTRIBUTES = names(`
  title alt placeholder label summary abbr aria-label aria-description aria-valuetext aria-roledescription
  aria-placeholder aria-braillelabel aria-brailleroledescription xlink:title`);

/** Attributes that hold a URL. */
const URL_ATTRIBUTES = names(`
  href src action formaction poster data cite background xlink:href longdesc rr_src`);

/** Those of them whose URL is a picture. */
export const PICTURE_ATTRIBUTES = names('src poster background');

const SRCSET_ATTRIBUTES = names('srcset imagesrcset');

/** Attributes that hold names which the page gave to its parts. */
const NAME_ATTRIBUTES = names(`
  id class name for form list headers aria-labelledby aria-describedby aria-controls aria-owns aria-activedescendant
  aria-flowto aria-details aria-errormessage slot part exportparts is popovertarget commandfor anchor usemap`);

/** Attributes that say how an element is or looks: keywords, numbers, geometry. */
const STATE_ATTRIBUTES = names(`
  accept accept-charset align allow allowfullscreen async autocapitalize autocomplete autofocus autoplay bgcolor border
  capture cellpadding cellspacing char charset checked clear color cols colspan command compact content-visibility
  contenteditable controls coords crossorigin decoding default defer dir dirname disabled disableremoteplayback
  draggable enctype enterkeyhint face fetchpriority formenctype formmethod formnovalidate formtarget frameborder height
  hidden high hreflang hspace inert inputmode ismap kind lang language link loading loop low marginheight marginwidth max
  maxlength media method min minlength multiple muted nohref noshade novalidate nowrap open optimum playsinline popover
  popovertargetaction rr-popover preload readonly referrerpolicy rel required rev reversed role rows rowspan rules sandbox scope
  scrolling selected shape size sizes span spellcheck start step tabindex target text translate type valign version
  vlink vspace width wrap writingsuggestions xml:lang xml:space xmlns xmlns:xlink
  aria-atomic aria-autocomplete aria-busy aria-checked aria-colcount aria-colindex aria-colspan aria-current
  aria-disabled aria-dropeffect aria-expanded aria-grabbed aria-haspopup aria-hidden aria-invalid aria-keyshortcuts
  aria-level aria-live aria-modal aria-multiline aria-multiselectable aria-orientation aria-posinset aria-pressed
  aria-readonly aria-relevant aria-required aria-rowcount aria-rowindex aria-rowspan aria-selected aria-setsize
  aria-sort aria-valuemax aria-valuemin`);

/** Attributes that are dropped whatever they hold: secrets, code, names of files, data of the page. */
export const NEVER_ATTRIBUTES = names(`
  archive accesskey aria-valuenow challenge classid codebase content datetime download http-equiv integrity itemid itemprop itemref itemtype
  manifest nonce pattern ping profile srcdoc`);

/** Attributes of SVG and MathML that draw. */
const DRAWING_ATTRIBUTES = names(`
  alignment-baseline amplitude attributename attributetype azimuth basefrequency baseline-shift begin bias by calcmode
  clip-path clip-rule clippathunits color-interpolation color-interpolation-filters cursor cx cy d diffuseconstant
  direction display divisor dominant-baseline dur dx dy edgemode elevation end exponent fill fill-opacity fill-rule
  filter filterunits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
  font-variant font-weight from fx fy gradienttransform gradientunits image-rendering in in2 intercept k1 k2 k3 k4
  kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust letter-spacing lighting-color limitingconeangle
  marker-end marker-mid marker-start markerheight markerunits markerwidth mask mask-type maskcontentunits maskunits mode
  numoctaves offset opacity operator order orient origin overflow paint-order path pathlength patterncontentunits
  patterntransform patternunits pointer-events points pointsatx pointsaty pointsatz preservealpha preserveaspectratio
  primitiveunits r radius refx refy repeatcount repeatdur result rotate rx ry scale seed shape-rendering slope spacing
  specularconstant specularexponent spreadmethod startoffset stddeviation stitchtiles stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  surfacescale systemlanguage tablevalues targetx targety text-anchor text-decoration text-rendering textlength to
  transform transform-origin unicode-bidi values vector-effect viewbox visibility word-spacing writing-mode x x1 x2
  xchannelselector y y1 y2 ychannelselector z zoomandpan
  columnalign columnspacing displaystyle fence largeop linethickness lspace mathbackground mathcolor mathsize mathvariant
  maxsize minsize movablelimits rowalign rowspacing rspace scriptlevel separator stretchy symmetric`);

/** What an attribute that is on a list holds. */
export type Holding = 'text' | 'url' | 'srcset' | 'style' | 'name' | 'state' | 'drawing';

/** One look-up for each attribute of a page. Of two lists that have a name the last counts. */
const HOLDINGS: ReadonlyMap<string, Holding> = new Map(
  (
    [
      ['drawing', DRAWING_ATTRIBUTES],
      ['state', STATE_ATTRIBUTES],
      ['name', NAME_ATTRIBUTES],
      ['style', ['style']],
      ['srcset', SRCSET_ATTRIBUTES],
      ['url', URL_ATTRIBUTES],
      ['text', TEXT_ATTRIBUTES],
    ] as const
  ).flatMap(([holding, list]) => [...list].map((name) => [name, holding] as const)),
);

/** What an attribute holds; undefined for one that is on no list. `name` in small letters. */
export const holdingOf = (name: string): Holding | undefined => HOLDINGS.get(name);
