package stemma

// Entity is a person, organisation or place, with all its names and roles.
type Entity struct {
	Type    string `json:"type"` // "entity"
	ID      string `json:"id"`   // of a known body its key: "country:MMR"
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Country string `json:"country"` // ISO 3166 alpha-3
	// CountryWhy says from what the country was concluded, "" where pages print it
	// with the name: "Swedish shipping company Sol Lines".
	CountryWhy string   `json:"country_why"`
	Also       []string `json:"also"`
	Roles      []Role   `json:"roles"`
	Cites      []Cite   `json:"cites"`
	Derived
	// Pronoun is "he" or "she" where pages tell; it is not written.
	Pronoun string `json:"-"`
}

// Role is what an entity is of something, over a time, where pages say so.
type Role struct {
	Role  string `json:"role"`
	Of    string `json:"of"`
	From  *Date  `json:"from"`
	Until *Date  `json:"until"`
	Cites []Cite `json:"cites"`
}

// Saying is one utterance in parts, and the quotes that carry each.
type Saying struct {
	Type    string       `json:"type"` // "saying"
	ID      string       `json:"id"`
	Speaker Ref          `json:"speaker"`
	Name    string       `json:"speaker_name"`
	Date    *Date        `json:"date"`
	Parts   []SayingPart `json:"parts"`
	Derived
}

// SayingPart is about a sentence of a saying.
type SayingPart struct {
	Text   string    `json:"text"`
	Quotes []Wording `json:"quotes"`
}

// Wording is how one quote carries a part: verbatim, trimmed, translation or
// paraphrased.
type Wording struct {
	Quote string `json:"quote"`
	Same  string `json:"same"`
}

// Event is the tellings of one happening.
type Event struct {
	Type       string   `json:"type"` // "event"
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Mode       string   `json:"mode"`
	Actors     []string `json:"actors"` // entity ids
	Recipients []string `json:"recipients"`
	// ActorNames and RecipientNames are the names of the same, in step.
	ActorNames     []string `json:"actor_names"`
	RecipientNames []string `json:"recipient_names"`
	Countries      []string `json:"countries"` // ISO 3166 alpha-3
	Place          string   `json:"place"`
	Date           *Date    `json:"date"`
	Status         string   `json:"status"`
	ClaimedBy      []string `json:"claimed_by"`
	Tellings       []string `json:"tellings"`
	// Contradictions say where tellings differ or one denies: "2 dead | 3 dead".
	Contradictions []Contradiction `json:"contradictions"`
	Cites          []Cite          `json:"cites"`
	Derived
}

// Contradiction is a point on which tellings of one event differ.
type Contradiction struct {
	// About is date, place, actors, recipients, happened, or "number of" and a
	// measure: then the sides name figures.
	About string    `json:"about"`
	Sides []Variant `json:"sides"`
}

// Variant is one side of a contradiction.
type Variant struct {
	Value    string   `json:"value"`
	Tellings []string `json:"tellings"`
	Figures  []string `json:"figures"`
}

// Copy says that words of one article repeat words of another.
type Copy struct {
	Type string   `json:"type"` // "copy"
	ID   string   `json:"id"`
	A    CopySide `json:"a"`
	B    CopySide `json:"b"`
	// Direction is a-to-b, b-to-a or unknown.
	Direction string `json:"direction"`
	// Same is the share of b's words that stand in a; SameA of a's in b.
	Same  float64 `json:"same"`
	SameA float64 `json:"same_a"`
	// SameOwn and SameSaid are Same outside and inside quotation marks alone,
	// SameOwnA and SameSaidA the same of a's words.
	SameOwn   float64 `json:"same_own"`
	SameOwnA  float64 `json:"same_own_a"`
	SameSaid  float64 `json:"same_said"`
	SameSaidA float64 `json:"same_said_a"`
	// Words are the equal words outside quotation marks that stand in runs of
	// eight or more, Run the longest such run.
	Words int `json:"words"`
	Run   int `json:"run"`
	// Relation is whole, part, round-up, quotation-only, boilerplate or repost.
	Relation string   `json:"relation"`
	Why      []string `json:"why"`
	Derived
}

// CopySide is the shared passages as they stand in one article; the n-th span
// of one side answers the n-th of the other.
type CopySide struct {
	Article string `json:"article"`
	Spans   []Span `json:"spans"`
}

// Family is articles that descend from one text, and their tree.
type Family struct {
	Type     string       `json:"type"` // "family"
	ID       string       `json:"id"`
	Articles []string     `json:"articles"`
	Writer   string       `json:"writer"` // "Reuters"; "" where not known
	Nodes    []FamilyNode `json:"nodes"`
	Edges    []FamilyEdge `json:"edges"`
	Derived
}

// FamilyNode is a text of the tree: an article, or an unseen one with a name.
type FamilyNode struct {
	ID      string `json:"id"`
	Article Ref    `json:"article"`
	Name    string `json:"name"`
}

// FamilyEdge says that child descends from parent, why, and how sure that is.
type FamilyEdge struct {
	Child  string   `json:"child"`
	Parent string   `json:"parent"`
	Why    []string `json:"why"`
	Sure   float64  `json:"sure"`
}

// Story is articles that tell of one happening.
type Story struct {
	Type     string   `json:"type"` // "story"
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Articles []string `json:"articles"`
	From     *Date    `json:"from"`
	Until    *Date    `json:"until"`
	// Storyline is the least id of the stories that tell of one matter through
	// time, of which this is one: the blast, the inquiry, the trial.
	Storyline string `json:"storyline"`
	Derived
}

// Standing is the ladder of one item: from URLs down to independent sources.
type Standing struct {
	Type string `json:"type"` // "standing"
	// Of is the saying, event or figure; Part the number of a saying's part,
	// from 0, nil for the whole.
	Of           string           `json:"of"`
	Part         *int             `json:"part"`
	URLs         int              `json:"urls"`
	Publishers   int              `json:"publishers"`
	Families     int              `json:"families"`
	Sources      []StandingSource `json:"sources"`
	FirstHand    []string         `json:"first_hand"`
	Pairs        []SourcePair     `json:"pairs"`
	Independent  int              `json:"independent"`
	Read         int              `json:"read"`
	NotAnalysed  int              `json:"not_analysed"`
	PublisherIDs []string         `json:"publisher_names"`
	FamilyIDs    []string         `json:"family_ids"`
	Derived
}

// StandingSource is one source an item rests on, facts about it, and why it
// counts as one.
type StandingSource struct {
	Name  string   `json:"name"`
	Kind  string   `json:"kind"` // agency, person, body, document, anonymous, outlet
	Facts []string `json:"facts"`
	Why   []string `json:"why"`
}

// SourcePair says of two sources whether they are shown independent, shown
// dependent, or not shown.
type SourcePair struct {
	A        string   `json:"a"`
	B        string   `json:"b"`
	Relation string   `json:"relation"` // independent, dependent, not-shown
	Why      []string `json:"why"`
}
