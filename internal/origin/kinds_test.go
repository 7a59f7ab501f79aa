package origin

import "testing"

// TestKind holds what a source is told to be by its words, where no table and no
// entity says so.
func TestKind(t *testing.T) {
	w := &world{outlets: map[string]bool{"lumen post": true, "ministry of ports": true}}
	for name, want := range map[string]string{
		"the two governments":               kindBody,
		"the figures of the operator":       kindDocument,
		"a source in the Harbour Committee": kindAnonymous,
		"lawyers for the crew":              kindAnonymous,
		"the local governor":                kindPerson,
		"The Lumen Post":                    kindOutlet,
		"the Ministry of Ports":             kindBody, // though it has a page of its own
	} {
		if got := w.kind(name, nil); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
