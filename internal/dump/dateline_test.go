package dump

import "testing"

// TestDateline holds the forms of a dateline: place, agency and the words that
// follow it, "" where a sentence begins with no dateline.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, place, agency, rest string }{
		{"LISBON, March 4 (Reuters) - Dockers said", "Lisbon", "Reuters", "Dockers said"},
		{"LISBON (AP) Dockers said", "Lisbon", "AP", "Dockers said"},
		{"Lisbon, March 4 (NSB). Dockers said", "Lisbon", "NSB", "Dockers said"},
		{"Lisbon, March 4 (Interfax). Dockers said", "Lisbon", "Interfax", "Dockers said"},
		{"LISBON, March 4. /TASS/. Dockers said", "Lisbon", "TASS", "Dockers said"},
		{"LISBON, March 4. /NSB/. Dockers said", "Lisbon", "NSB", "Dockers said"},
		{"LISBON, Portugal, March 4. Dockers said", "Lisbon", "", "Dockers said"},
		{"LISBON, March 4: Dockers said", "Lisbon", "", "Dockers said"},
		{"LISBON, March 4 dockers said", "", "", ""},
		{"The port (closed since March 4). Dockers said", "", "", ""},
		{"On March 4, dockers said", "", "", ""},
		{"UPDATE, March 4. Dockers said", "", "", ""},
	} {
		d, ok := readDateline(c.text)
		rest := ""
		if ok {
			rest = c.text[d.end:]
		}
		if d.place = map[bool]string{true: d.place}[ok]; d.place != c.place || ok && d.agency != c.agency || rest != c.rest {
			t.Errorf("%s: place %q, agency %q, rest %q", c.text, d.place, d.agency, rest)
		}
	}
}

// TestHouses holds that a house named with its country is an outlet, no place.
func TestHouses(t *testing.T) {
	for s, want := range map[string]string{"Interfax, Russia": "Interfax", "Bergen, Norway": ""} {
		if name, _ := masthead(s); name != want {
			t.Errorf("%s: outlet %q, want %q", s, name, want)
		}
		if place, ok := placeLine(s); ok == (want != "") {
			t.Errorf("%s: place %q", s, place)
		}
	}
}
