package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Expect is what a careful reader gets out of the pages of a case: the file
// expect.json beside its pages. Documents, families, and direct and mixed
// sayings are complete: anything more is spurious. The rest is sampled.
type Expect struct {
	Documents     []ExpectDocument `json:"documents"`
	Families      []ExpectFamily   `json:"families"`
	Sayings       []ExpectSaying   `json:"sayings"`
	NotQuotations []ExpectNotQuote `json:"not_quotations"`
	Events        []ExpectEvent    `json:"events"`
	Figures       []ExpectFigure   `json:"figures"`
	Entities      []ExpectEntity   `json:"entities"`
}

// ExpectDocument is one article or post. Empty fields are not compared.
type ExpectDocument struct {
	Page           string    `json:"page"`
	ID             string    `json:"id"`
	Kind           string    `json:"kind"`
	Title          *string   `json:"title"`
	Outlet         string    `json:"outlet"`
	Credits        *[]string `json:"credits"`
	Published      string    `json:"published"` // prefix of an RFC 3339 time
	BodyFirst      string    `json:"body_first"`
	BodyLast       string    `json:"body_last"`
	Standfirst     string    `json:"standfirst"`
	Notices        []string  `json:"notices"`
	Captions       []string  `json:"captions"`
	TranslatedFrom string    `json:"translated_from"`
	NotBody        []string  `json:"not_body"`
	Place          string    `json:"place"`
	PhotoCredit    string    `json:"photo_credit"`
	Author         string    `json:"author"`
	Number         int       `json:"number"`
	Within         string    `json:"within"`
	RepliesTo      string    `json:"replies_to"`
	Holds          []string  `json:"holds"`
}

// ExpectFamily is articles of one text; a nil writer is not known.
type ExpectFamily struct {
	Articles []string `json:"articles"`
	Writer   *string  `json:"writer"`
}

// ExpectSaying is one utterance and its wordings.
type ExpectSaying struct {
	ID        string          `json:"id"`
	Speaker   string          `json:"speaker"`
	Addressee string          `json:"addressee"`
	Date      string          `json:"date"`
	Wordings  []ExpectWording `json:"wordings"`
}

// ExpectWording is how one article words a saying.
type ExpectWording struct {
	In    string   `json:"in"`
	Kind  string   `json:"kind"`
	Text  string   `json:"text"`
	Chain []string `json:"chain"`
}

// ExpectNotQuote is words that are no quotation.
type ExpectNotQuote struct {
	In   string `json:"in"`
	Text string `json:"text"`
}

// ExpectEvent is one happening.
type ExpectEvent struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Actors    []string `json:"actors"`
	Countries []string `json:"countries"`
	Date      string   `json:"date"` // day, month, year, or day/day inclusive
	Place     string   `json:"place"`
	ToldIn    []string `json:"told_in"`
	ClaimedBy string   `json:"claimed_by"`
	Standing  *struct {
		URLs      int      `json:"urls"`
		Families  int      `json:"families"`
		Sources   []string `json:"sources"`
		FirstHand []string `json:"first_hand"`
	} `json:"standing"`
}

// ExpectFigure is one claimed number.
type ExpectFigure struct {
	What        string   `json:"what"`
	Value       *float64 `json:"value"`
	ValueWords  string   `json:"value_words"`
	Bound       string   `json:"bound"`
	In          oneOf    `json:"in"`
	AccordingTo string   `json:"according_to"`
	AsOfFrom    string   `json:"as_of_from"`
}

// ExpectEntity is somebody or something named.
type ExpectEntity struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Country string   `json:"country"`
	Also    []string `json:"also"`
}

// oneOf is a list that may be written as its only member.
type oneOf []string

func (o *oneOf) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*o = oneOf{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(o))
}

// ReadExpect reads the expect.json of the case in dir.
func ReadExpect(dir string) (*Expect, error) {
	b, err := os.ReadFile(filepath.Join(dir, "expect.json"))
	if err != nil {
		return nil, err
	}
	var e Expect
	if err := json.Unmarshal(b, &e); err != nil {
		return nil, fmt.Errorf("read expect.json of %s: %w", dir, err)
	}
	return &e, nil
}
