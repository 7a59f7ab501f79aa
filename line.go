package stemma

import (
	"bytes"
	"encoding/json"
	"reflect"
	"sync"
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

// Encode writes v as one JSON line without its newline: no list is null, and
// characters of HTML stand as they are.
func Encode(v any) ([]byte, error) {
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	fill(p.Elem())
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(p.Interface()); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

var timeType = reflect.TypeFor[time.Time]()

// fill makes empty lists of the null ones in v. What holds lists is copied
// before it is written to, so that the caller's value stays as it was.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for _, i := range listsIn(v.Type()) {
			fill(v.Field(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		} else if holdsLists(v.Type().Elem()) {
			c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(c, v)
			v.Set(c)
			for i := range v.Len() {
				fill(v.Index(i))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() && holdsLists(v.Type().Elem()) {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			fill(c.Elem())
			v.Set(c)
		}
	}
}

// holdsLists reports whether there can be a list in a value of type t.
func holdsLists(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice:
		return true
	case reflect.Pointer:
		return holdsLists(t.Elem())
	case reflect.Struct:
		return len(listsIn(t)) > 0
	}
	return false
}

var lists sync.Map // what listsIn found, by type

// listsIn returns the fields of a struct in which there can be a list.
func listsIn(t reflect.Type) []int {
	if l, ok := lists.Load(t); ok {
		return l.([]int)
	}
	var out []int
	for i := range t.NumField() {
		if f := t.Field(i); t != timeType && f.IsExported() && holdsLists(f.Type) {
			out = append(out, i)
		}
	}
	lists.Store(t, out)
	return out
}
