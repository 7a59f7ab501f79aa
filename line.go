package stemma

import (
	"encoding/json"
	"time"
)

// Ref is the id of another line, or nothing: the empty Ref is null in JSON.
type Ref string

func (r Ref) MarshalJSON() ([]byte, error) {
	if r == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(r))
}

func (r *Ref) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*r = ""
		return nil
	}
	return json.Unmarshal(b, (*string)(r))
}

// Header is the first line of every stream of JSON lines.
type Header struct {
	Type    string `json:"type"` // "stemma"
	Schema  int    `json:"schema"`
	Program string `json:"program"`
}

// NewHeader returns the header this program writes.
func NewHeader() Header {
	return Header{Type: "stemma", Schema: Schema, Program: "stemma " + Version}
}

// By says which rule of which stage made a line.
type By struct {
	Stage   string `json:"stage"`
	Version string `json:"version"`
	Rule    string `json:"rule"`
}

// Derived stands in every derived line: who made it, how sure (0 to 1, rough
// and ordinal: it ranks lines of one stage) and since which generation.
type Derived struct {
	By    By      `json:"by"`
	Sure  float64 `json:"sure"`
	Since int     `json:"since"`
}

// Date is a stretch of time: From <= t < Until. A day is a day of Zone, which
// is the outlet's zone where it is known and "UTC" where it is not.
type Date struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
	// Text is the words it was read from, empty if from none.
	Text string `json:"text"`
	// How says how Text became a date: "printed", "weekday before the
	// article's date", "year settled by sibling pages", ...
	How  string `json:"how"`
	Zone string `json:"zone"`
}

// Overlaps reports whether d and e share a moment.
func (d *Date) Overlaps(e *Date) bool {
	return d != nil && e != nil && d.From.Before(e.Until) && e.From.Before(d.Until)
}

// When is a time the words speak of, not yet resolved: which day "Tuesday" is
// depends on the date of the article, which siblings may have to settle.
type When struct {
	Span
	Text string `json:"text"`
	// Tense is of the clause it stands in: "past", "present", "future" or "".
	Tense string `json:"tense"`
	// Near is the words of the time it leans on: the one spoken of just before
	// ("two days later", "that year"), the one beside it that gives it a year or
	// an end, with the word that joins them where it follows ("ended June 30"),
	// or the day on which the quotation it stands in was said.
	Near string `json:"near"`
}
