const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Ends of the names of files by which programs know them: anything else behind a dot may be a part of a name. */
const EXTENSIONS = set(`
  7z aac accdb ai apk asc avi avif bak bat bin bmp bz2 c cer conf cpp crt cs css csv dat db dmg doc docm docx dot dotx dwg dxf eml
  emz eps epub exe flac gif go gpx gz h heic heif htm html ico ics indd ini ipynb iso jar java jfif jpeg jpg js json jsonl jsx key
  kml kmz less log m4a m4v md mdb mht mhtml mid midi mjs mkv mov mp3 mp4 mpeg mpg mpp msg msi numbers odg odp ods odt oga ogg
  ogv one opus otf ots ott oxps p12 p7m p7s pages parquet pbix pdf pem pfx php pkg plist png pot potx pps ppsx ppt pptm pptx ps ps1
  psd pst pub py r rar raw rb rdp rpt rs rtf sav sass scss sh sig sketch sql sqlite stl svg svgz swf tar tex tgz tif tiff toml
  ts tsv tsx ttf txt vcf vcs vsd vsdx vtt wav wbmp weba webm webp wma wmf wmv woff woff2 wps xlam xls xlsb xlsm xlsx xlt xltx xml
  xps xsd xsl xslt yaml yml zip zst`);
const TYPES = set('application audio chemical font image message model multipart text video');
/** Words that the names of media types are put together from, besides those ends. */
const WORDS = set(`
  access calendar compressed document drawing embedded encoded event excel form format geo graphics gzip javascript ld macroenabled
  markdown mpeg4 ms msdownload msexcel msword octet oasis office officedocument opendocument openxmlformats outlook patch pdf pgp
  pkcs10 pkcs12 pkcs7 plain postscript powerpoint presentation presentationml problem project quicktime richtext rfc822 script
  sheet signature slideshow spreadsheet spreadsheetml sqlite3 stream template text tab separated urlencoded values vcard visio vnd
  visual wordprocessingml wordperfect word www x xhtml xml zip`);

/** The kind of a file that was chosen, as far as it is one of those that everybody has. */
export function redactFile({ mediaType, extension }: { mediaType: string; extension: string }) {
  const [type = '', ...names] = mediaType.toLowerCase().split('/');
  const isKnown = (word: string) => WORDS.has(word) || EXTENSIONS.has(word);
  const isKnownType = TYPES.has(type) && names.length === 1 && names[0]?.split(/[.+_-]/).every(isKnown) === true;
  return {
    mediaType: isKnownType ? mediaType : '',
    extension: EXTENSIONS.has(extension.replace(/^\./, '').toLowerCase()) ? extension : '',
  };
}
