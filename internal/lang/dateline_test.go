package lang

import "testing"

// The town, day and agency before a story are a sentence of their own; what only
// looks like them is none.
func TestDateline(t *testing.T) {
	for text, first := range map[string]string{
		"KYIV, Ukraine (AP) — Foreign Minister Ana Kral met Tomas Beck.": "KYIV, Ukraine (AP) —",
		"LIMA, Sept 3 (Reuters) - Police arrested the mayor.":            "LIMA, Sept 3 (Reuters) -",
		"MOSCOW, June 23. /TASS/. Police arrested the mayor.":            "MOSCOW, June 23. /TASS/.",
		"(Reuters) - Police arrested the mayor.":                         "(Reuters) -",
		"LISBON (AP) Dockers said no.":                                   "LISBON (AP)",
		"JAKARTA, Indonesia: Police arrested the mayor.":                 "JAKARTA, Indonesia:",
		"Kampala, Uganda | AFP | Police arrested the mayor.":             "Kampala, Uganda | AFP |",
		"Bamako – Police arrested the mayor.":                            "Bamako –",

		"NATO - which he left - said no.":               "NATO - which he left - said no.",
		"Obama – the president – said no.":              "Obama – the president – said no.",
		"POLICE ARREST MAYOR - COURT DOCUMENTS":         "POLICE ARREST MAYOR - COURT DOCUMENTS",
		"The mayor (Ruiz) - Police say - was arrested.": "The mayor (Ruiz) - Police say - was arrested.",
		"Oslo-based Norda bought it.":                   "Oslo-based Norda bought it.",
	} {
		d := Analyse(text, nil)
		if len(d.Sentences) == 0 {
			t.Errorf("%s: no sentence", text)
			continue
		}
		s := d.Sentences[0]
		if got := text[s.Start:s.End]; got != first {
			t.Errorf("%q begins with the sentence %q, want %q", text, got, first)
		}
	}
}
