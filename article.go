package stemma

import "sort"

// Kinds of article.
const (
	KindArticle = "article"
	KindPost    = "post"
)

// Article is the clean text of one article, forum post or dispatch read out of
// a capture.
type Article struct {
	Type    string `json:"type"` // "article"
	ID      string `json:"id"`
	Capture string `json:"capture"`
	Page    string `json:"page"`
	Kind    string `json:"kind"`
	// Slot is its place in the capture: "main", the page's own post id, else
	// the ordinal in capture order; nested: the parent's slot, "/" and n.
	Slot string `json:"slot"`
	// Number is the post's number in its thread as printed. Where a thread
	// prints none and the page is its first, it is the post's place on the page,
	// and a candidate says so; 0 where neither is known.
	Number int `json:"number"`
	// Within is the article this one stands in, RepliesTo the post it quotes. A
	// comment printed under a post stands in it and replies to it: the post
	// does not hold its words.
	Within    Ref      `json:"within"`
	RepliesTo Ref      `json:"replies_to"`
	Outlet    string   `json:"outlet"`
	Credits   []string `json:"credits"`
	Title     string   `json:"title"`
	// Standfirst is the lead printed between headline and text. Of a dump it is
	// not in Text; the Text of a page of HTML may begin with it.
	Standfirst string   `json:"standfirst"`
	Bylines    []string `json:"bylines"`
	Author     string   `json:"author"` // of a post
	Published  *Date    `json:"published"`
	Modified   *Date    `json:"modified"`
	Canonical  string   `json:"canonical"`
	// Place is the dateline's, as a name: "Moscow" for "MOSCOW (Reuters) -".
	Place          string   `json:"place"`
	Section        string   `json:"section"`
	Lang           string   `json:"lang"`            // BCP 47
	TranslatedFrom string   `json:"translated_from"` // BCP 47
	Text           string   `json:"text"`
	Paragraphs     []Span   `json:"paragraphs"`
	Captions       []string `json:"captions"`
	PhotoCredits   []string `json:"photo_credits"`
	Notices        []string `json:"notices"`
	Holds          []Held   `json:"holds"`
	Source         []Source `json:"source"`
	// Candidates are all the readings of each field of metadata, with where
	// they stood; those chosen say why.
	Candidates []Candidate `json:"candidates"`
	// MayBe are the days a page without a year may be of, best first: the
	// pages around it settle which.
	MayBe []Date `json:"published_may_be"`
	Derived
}

// Held is a stretch of an article's text that holds another article or repeats
// one: a reposted wire story, a quoted post. Stages pass over it.
type Held struct {
	Article string `json:"article"`
	Span
}

// Free is the spans of a's text, in order, that hold no other article.
func (a *Article) Free() []Span {
	held := make([]Span, 0, len(a.Holds))
	for _, h := range a.Holds {
		held = append(held, h.Span)
	}
	sort.Slice(held, func(i, j int) bool { return held[i].Start < held[j].Start })
	var out []Span
	at := 0
	for _, h := range held {
		if h.Start > at && h.Start <= len(a.Text) {
			out = append(out, Span{Start: at, End: h.Start})
		}
		at = max(at, min(h.End, len(a.Text)))
	}
	if at < len(a.Text) {
		out = append(out, Span{Start: at, End: len(a.Text)})
	}
	return out
}

// Candidate is one reading of one field of an article's metadata.
type Candidate struct {
	Field  string `json:"field"` // "title", "outlet", "published", ...
	Value  string `json:"value"`
	Where  string `json:"where"` // "json-ld", "meta og:title", "line", "url", ...
	Range         // the bytes of the capture; 0, 0 if from none (a URL)
	Chosen bool   `json:"chosen"`
	Why    string `json:"why"`
}

// NewArticleID is the id of the article at slot of a capture.
func NewArticleID(capture, slot string) string { return ID(ArticleID, capture, slot) }

// CandidateCite cites the bytes of the page that field's chosen value was read
// from; ok is false where it was read from none.
func (a *Article) CandidateCite(field, value string) (c Cite, ok bool) {
	for _, k := range a.Candidates {
		if k.Field == field && k.Value == value && k.Range.End > k.Range.Start {
			return Cite{Article: a.ID, Exact: k.Value, Capture: []Range{k.Range}}, true
		}
	}
	return Cite{}, false
}
