package markup

// tag is the name of an element the reader knows something of; every other
// element is tagOther or, with a hyphen in its name, tagCustom.
type tag uint8

const (
	tagOther tag = iota
	tagCustom
	tagA
	tagAbbr
	tagAddress
	tagArticle
	tagAside
	tagB
	tagBlockquote
	tagBody
	tagBr
	tagButton
	tagCaption
	tagCenter
	tagCite
	tagCode
	tagDD
	tagDetails
	tagDialog
	tagDiv
	tagDL
	tagDT
	tagEm
	tagFieldset
	tagFigcaption
	tagFigure
	tagFont
	tagFooter
	tagForm
	tagH1
	tagH2
	tagH3
	tagH4
	tagH5
	tagH6
	tagHead
	tagHeader
	tagHgroup
	tagHR
	tagHTML
	tagI
	tagIframe
	tagImg
	tagInput
	tagLabel
	tagLegend
	tagLI
	tagLink
	tagMain
	tagMenu
	tagMeta
	tagNav
	tagNoscript
	tagObject
	tagOL
	tagOptgroup
	tagOption
	tagP
	tagPicture
	tagPlaintext
	tagPre
	tagQ
	tagS
	tagScript
	tagSection
	tagSelect
	tagSmall
	tagSource
	tagSpan
	tagStrong
	tagStyle
	tagSub
	tagSummary
	tagSup
	tagSVG
	tagTable
	tagTbody
	tagTD
	tagTemplate
	tagTextarea
	tagTfoot
	tagTH
	tagThead
	tagTime
	tagTitle
	tagTR
	tagU
	tagUL
	tagVideo
	tagAudio
	tagWbr
	tagXMP
	tags // the number of them
)

var tagNames = map[string]tag{
	"a": tagA, "abbr": tagAbbr, "address": tagAddress, "area": tagImg, "article": tagArticle, "aside": tagAside, "audio": tagAudio,
	"b": tagB, "base": tagLink, "blockquote": tagBlockquote, "body": tagBody, "br": tagBr, "button": tagButton,
	"canvas": tagObject, "caption": tagCaption, "center": tagCenter, "cite": tagCite, "code": tagCode, "col": tagImg, "dd": tagDD, "details": tagDetails,
	"dialog": tagDialog, "dir": tagUL, "div": tagDiv, "dl": tagDL, "dt": tagDT, "em": tagEm, "embed": tagImg, "fieldset": tagFieldset,
	"figcaption": tagFigcaption, "figure": tagFigure, "font": tagFont, "footer": tagFooter, "form": tagForm, "frame": tagImg, "h1": tagH1, "h2": tagH2,
	"h3": tagH3, "h4": tagH4, "h5": tagH5, "h6": tagH6, "head": tagHead, "header": tagHeader, "hgroup": tagHgroup, "hr": tagHR,
	"html": tagHTML, "i": tagI, "iframe": tagIframe, "img": tagImg, "input": tagInput, "keygen": tagImg, "label": tagLabel, "legend": tagLegend, "li": tagLI,
	"link": tagLink, "listing": tagPre, "main": tagMain, "menu": tagMenu, "meta": tagMeta, "nav": tagNav, "noembed": tagIframe, "noframes": tagIframe, "noscript": tagNoscript,
	"object": tagObject, "ol": tagOL, "optgroup": tagOptgroup, "option": tagOption, "p": tagP, "param": tagImg, "picture": tagPicture,
	"plaintext": tagPlaintext, "pre": tagPre, "q": tagQ, "s": tagS, "script": tagScript, "section": tagSection, "select": tagSelect,
	"small": tagSmall, "source": tagSource, "span": tagSpan, "strong": tagStrong, "style": tagStyle, "sub": tagSub, "summary": tagSummary,
	"sup": tagSup, "svg": tagSVG, "table": tagTable, "tbody": tagTbody, "td": tagTD, "template": tagTemplate, "textarea": tagTextarea,
	"tfoot": tagTfoot, "th": tagTH, "thead": tagThead, "time": tagTime, "title": tagTitle, "tr": tagTR, "track": tagImg, "u": tagU, "ul": tagUL,
	"video": tagVideo, "wbr": tagWbr, "xmp": tagXMP,
}

// What an element does to the reading of a page.
const (
	isBlock   = 1 << iota // begins and ends a block of text
	isVoid                // has no content and no end tag
	isRaw                 // its content is text up to its end tag
	isMute                // its words are not words of the page
	closesP               // its start ends an open paragraph
	isScope               // implied end tags do not reach past it
	isFormat              // only says how words look
	isHeading             // h1 to h6
)

var tagDoes = [tags]uint8{
	tagCustom: isBlock, tagA: isFormat, tagAbbr: isFormat, tagB: isFormat, tagCite: isFormat, tagCode: isFormat, tagEm: isFormat,
	tagFont: isFormat, tagI: isFormat, tagQ: isFormat, tagS: isFormat, tagSmall: isFormat, tagSpan: isFormat, tagStrong: isFormat, tagSub: isFormat,
	tagSup: isFormat, tagTime: isFormat, tagU: isFormat, tagLabel: isFormat,
	tagAddress: isBlock | closesP, tagArticle: isBlock | closesP, tagAside: isBlock | closesP, tagBlockquote: isBlock | closesP,
	tagBody: isBlock, tagBr: isVoid, tagButton: isBlock | isScope, tagCaption: isBlock | isScope, tagCenter: isBlock | closesP,
	tagDD: isBlock | closesP, tagDetails: isBlock | closesP, tagDialog: isBlock | closesP, tagDiv: isBlock | closesP, tagDL: isBlock | closesP,
	tagDT: isBlock | closesP, tagFieldset: isBlock | closesP, tagFigcaption: isBlock | closesP, tagFigure: isBlock | closesP,
	tagFooter: isBlock | closesP, tagForm: isBlock | closesP, tagH1: isBlock | closesP | isHeading, tagH2: isBlock | closesP | isHeading,
	tagH3: isBlock | closesP | isHeading, tagH4: isBlock | closesP | isHeading, tagH5: isBlock | closesP | isHeading, tagH6: isBlock | closesP | isHeading,
	tagHead: isBlock, tagHeader: isBlock | closesP, tagHgroup: isBlock | closesP, tagHR: isBlock | isVoid | closesP, tagHTML: isBlock,
	tagIframe: isRaw | isMute, tagImg: isVoid, tagInput: isVoid, tagLegend: isBlock, tagLI: isBlock | closesP, tagLink: isVoid, tagMain: isBlock | closesP,
	tagMenu: isBlock | closesP, tagMeta: isVoid, tagNav: isBlock | closesP, tagObject: isMute | isScope,
	tagOL: isBlock | closesP, tagOptgroup: isBlock, tagOption: isBlock, tagP: isBlock | closesP, tagPlaintext: isBlock | closesP | isRaw,
	tagPre: isBlock | closesP, tagScript: isRaw | isMute, tagSection: isBlock | closesP, tagSelect: isBlock | isMute, tagSource: isVoid,
	tagStyle: isRaw | isMute, tagSummary: isBlock | closesP, tagSVG: isMute, tagTable: isBlock | closesP | isScope, tagTbody: isBlock,
	tagTD: isBlock | isScope, tagTemplate: isMute | isScope, tagTextarea: isRaw | isMute, tagTfoot: isBlock, tagTH: isBlock | isScope,
	tagThead: isBlock, tagTitle: isRaw | isMute, tagTR: isBlock, tagUL: isBlock | closesP, tagVideo: isMute, tagAudio: isMute, tagWbr: isVoid,
	tagXMP: isBlock | closesP | isRaw,
}

// key is the name of an attribute the reader looks at; all others are passed.
type key uint8

const (
	keyNone key = iota
	keyClass
	keyID
	keyContent
	keyDatetime
	keyHidden
	keyHref
	keyHTTPEquiv
	keyItemprop
	keyItemtype
	keyLang
	keyName
	keyProperty
	keyRel
	keyRole
	keyStyle
	keyTitle
	keyType
	keyAriaHidden
	keyAuthor
	keyTimestamp
	keyTestID
	keyCite
	keyNumber
)

var keyNames = map[string]key{
	"class": keyClass, "id": keyID, "content": keyContent, "datetime": keyDatetime, "hidden": keyHidden, "href": keyHref, "http-equiv": keyHTTPEquiv,
	"itemprop": keyItemprop, "itemtype": keyItemtype, "lang": keyLang, "xml:lang": keyLang, "name": keyName, "property": keyProperty, "rel": keyRel,
	"role": keyRole, "style": keyStyle, "title": keyTitle, "type": keyType, "aria-hidden": keyAriaHidden, "data-author": keyAuthor, "author": keyAuthor, "data-username": keyAuthor, "data-tippy-content": keyTitle, "data-original-title": keyTitle,
	"data-time": keyTimestamp, "data-timestamp": keyTimestamp, "data-date": keyTimestamp, "data-published-at": keyTimestamp, "created-timestamp": keyTimestamp, "created": keyTimestamp, "data-testid": keyTestID, "data-component": keyTestID,
	"cite": keyCite, "data-postnum": keyNumber, "data-post-number": keyNumber, "post-id": keyID, "data-post-id": keyID, "data-content": keyContent,
}
