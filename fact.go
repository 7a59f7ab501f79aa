package stemma

import "strings"

// Mention is one place where an article names a person, organisation or place.
// It is local and not exported; entities carry its cite.
type Mention struct {
	ID   string `json:"id"`
	Cite Cite   `json:"cite"`
	// Name is the name without titles: "Ana Ruiz" of "Gen. Ana Ruiz".
	Name string `json:"name"`
	// Kind is person, organisation or place, "" where the page does not tell.
	Kind string `json:"kind"`
	// Role is the title or apposition it stands with: "defence minister"; Of
	// what the role is of: "Russia".
	Role    string `json:"role"`
	Of      string `json:"of"`
	Country string `json:"country"` // ISO 3166 alpha-3
	// Printed is the role with the words that open it on the page: "the port's
	// chief engineer"; "" for titles right before a name.
	Printed string `json:"printed"`
	// Descriptive marks a mention by role alone, "the junta leader", "the
	// ministry", that resolving ties to a name.
	Descriptive bool `json:"descriptive"`
	// Key is the known body it is by the tables: "country:MMR".
	Key string `json:"key"`
}

// Kinds of mention and entity.
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
)

// Kinds of quote.
const (
	Direct   = "direct"
	Indirect = "indirect"
	Mixed    = "mixed"
)

// Hop is one teller of a chain.
type Hop struct {
	Who    string `json:"who"`
	Entity Ref    `json:"entity"`
	Cites  []Cite `json:"cites"`
	// How is HowRead, HowInherited, HowCredit or HowCopy.
	How string `json:"how"`
}

// How a hop is known.
const (
	HowRead      = "read"      // named in the same sentence
	HowInherited = "inherited" // named for an earlier quotation of the same account
	HowCredit    = "credit"    // by credit, dateline, outlet or poster of the page
	HowCopy      = "copy"      // by the credit of a page with the same text
)

// Quote is something said, at one place in one article.
type Quote struct {
	Type    string `json:"type"` // "quote"
	ID      string `json:"id"`
	Article string `json:"article"`
	// Spans are the words said without their outermost quotation marks. Of a
	// mixed quote they are the whole clause, the marks within included.
	Spans []Span `json:"spans"`
	Text  string `json:"text"`
	Kind  string `json:"kind"`
	// Stance is what telling it was: said, claimed, denied, confirmed,
	// declined-to-comment, could-not-verify, asked, ordered.
	Stance        string `json:"stance"`
	Speaker       Ref    `json:"speaker"` // resolved
	SpeakerText   string `json:"speaker_text"`
	SpeakerSpans  []Span `json:"speaker_spans"`
	Cue           string `json:"cue"`
	CueSpans      []Span `json:"cue_spans"`
	Addressee     Ref    `json:"addressee"` // resolved
	AddresseeText string `json:"addressee_text"`
	AddresseeSpan []Span `json:"addressee_spans"`
	Date          *Date  `json:"date"` // resolved
	When          *When  `json:"when"`
	// Chain is speaker first, publisher or poster last. Finding gives the
	// speaker and the tellers the words name; resolving the rest.
	Chain []Hop `json:"chain"`
	// Tier is how the speaker is known: explicit, resolved or inherited.
	Tier   string `json:"tier"`
	Saying Ref    `json:"saying"` // resolved
	Derived
}

// Telling is one place where a page tells of an event.
type Telling struct {
	Type    string `json:"type"` // "telling"
	ID      string `json:"id"`
	Article string `json:"article"`
	Cites   []Cite `json:"cites"`
	Event   Ref    `json:"event"` // resolved
	Kind    string `json:"kind"`  // PLOVER type: CONSULT, SANCTION, ...
	Mode    string `json:"mode"`
	// Status is happened, planned, hypothetical or denied.
	Status         string   `json:"status"`
	Actors         []string `json:"actors"` // entity ids; resolved
	Recipients     []string `json:"recipients"`
	ActorNames     []string `json:"actor_names"` // the words of the page
	RecipientNames []string `json:"recipient_names"`
	ActorSpans     []Span   `json:"actor_spans"` // one for each of the words
	RecipientSpans []Span   `json:"recipient_spans"`
	// Countries are those the words of both sides name, ISO 3166 alpha-3.
	Countries []string `json:"countries"`
	Place     string   `json:"place"`
	Date      *Date    `json:"date"` // resolved
	When      *When    `json:"when"`
	// Background marks what is told again of another time than the page's news.
	Background bool  `json:"background"`
	Chain      []Hop `json:"chain"`
	Derived
}

// Figure is one claimed number at one place.
type Figure struct {
	Type        string   `json:"type"` // "figure"
	ID          string   `json:"id"`
	Article     string   `json:"article"`
	What        string   `json:"what"`    // what it counts: "civilians dead"
	Measure     string   `json:"measure"` // its class: dead, injured, held, missing, displaced, money, goods, ...
	Value       *float64 `json:"value"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Words       string   `json:"words"` // "thousands", where no number is given
	Unit        string   `json:"unit"`
	Bound       string   `json:"bound"` // "at least", "about", "more than", "up to", ""
	Place       string   `json:"place"`
	AsOf        *Date    `json:"as_of"`    // resolved
	Reported    *Date    `json:"reported"` // resolved
	When        *When    `json:"when"`
	Cumulative  bool     `json:"cumulative"`
	AccordingTo string   `json:"according_to"`
	Chain       []Hop    `json:"chain"`
	Event       Ref      `json:"event"` // resolved
	// Storyline is that of its page, "" where it has none: equal numbers of one
	// storyline are one claim; resolved.
	Storyline Ref `json:"storyline"`
	// Revises is the earlier figure of the same count by the same claimant that
	// this one takes the place of; resolved.
	Revises Ref    `json:"revises"`
	Cites   []Cite `json:"cites"`
	Derived
}

// Harms reports whether a measure is of what befell people, of which an event has
// one number at one time.
func Harms(measure string) bool {
	switch measure {
	case "dead", "injured", "arrested", "missing", "displaced", "held":
		return true
	}
	return false
}

// Noun is what a figure counts without how they are, "soldiers" of "soldiers
// dead"; "" for people of any sort and for money of which no more is said.
func (f *Figure) Noun() string {
	if f.What == f.Unit {
		return ""
	}
	switch w := strings.ToLower(strings.TrimSpace(strings.TrimSuffix(f.What, f.Measure))); w {
	case "people", "persons", "person", "others", "bodies", "corpses", "deaths", "fatalities", "injuries", "arrests", "victims", "casualties", "lives":
		return ""
	default:
		return w
	}
}

// SameThing reports whether two figures of one number and measure count the same:
// "40 people dead" and "40 bodies", "polling stations" and "stations", €5,000 and
// a fee of as much, ten or more dead and as many miners dead.
func (f *Figure) SameThing(o *Figure) bool {
	a, b := f.Noun(), o.Noun()
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" {
		return b == "" || f.Measure == "money" || Harms(f.Measure) && f.Value != nil && *f.Value >= 10
	}
	return a == b || strings.HasSuffix(b, " "+a)
}

// EventMention is one word of an article that tells of something happening, of
// whatever kind, as TimeML and ECB+ mark them. Most belong to no event: "grew",
// "said", "the design".
type EventMention struct {
	Span  Span   `json:"span"`
	Lemma string `json:"lemma"`
	Part  string `json:"part"` // verb, noun, adjective or name
	// Tense is past, present, future, infinitive or participle, by the verb or
	// the one that carries the word; "" of nouns, and where a modal has none.
	Tense    string `json:"tense"`
	Polarity string `json:"polarity"` // positive or negative
	Modality string `json:"modality"` // "may", "would"; "" for none
	// Who and Whom are the subject and object by the tree, which may be pronouns.
	Who  *Span `json:"who"`
	Whom *Span `json:"whom"`
	When *Span `json:"when"` // the words of a time
	// Telling is the telling of an event whose word this is, "" for none.
	Telling string  `json:"telling"`
	Sure    float64 `json:"sure"`
}

// EventMentions are all of one article, in order.
type EventMentions struct {
	Type     string         `json:"type"` // "event_mentions"
	ID       string         `json:"id"`
	Article  string         `json:"article"`
	Mentions []EventMention `json:"mentions"`
	Derived
}

// Facts are all the local facts of one article.
type Facts struct {
	Mentions []Mention `json:"mentions"`
	Quotes   []Quote   `json:"quotes"`
	Tellings []Telling `json:"tellings"`
	Figures  []Figure  `json:"figures"`
}
