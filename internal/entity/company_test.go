package entity

import "testing"

// TestCompanyCalled: a company called by what it is, and officers by their office.
func TestCompanyCalled(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Norda CEO Ana Ruiz spoke. Norda is closing shops, the company said.", "the company", "Norda"},
		{"The brewer Norda is closing shops, the Peruvian company said.", "the Peruvian company", "Norda"},
		{"Norda, a Peruvian music streaming service, is closing shops. It is sad, the streaming service said.", "the streaming service", "Norda"},
		{"Norda Corp. and Sulva Inc. are closing shops, the company said.", "the company", ""},
		{"The carmaker Norda is closing. The service in the church was long.", "The service", ""},
		{"Norda is a town. The ministry of Peru said the company was closed.", "the company", ""},
		{"Norda CEO Ana Ruiz spoke. It rained. Norda's CEO went home.", "Norda's CEO", "Ana Ruiz"},
		{"Norda CEO Ana Ruiz spoke. It rained. Sulva's CEO went home.", "Sulva's CEO", "Sulva"},
		{"Ana Ruiz, the chief executive of Norda, spoke. It rained. Norda’s chief executive went home.", "Norda’s chief executive", "Ana Ruiz"},
		{"CEO Ana Ruiz spoke. It rained. Norda's CEO went home.", "Norda's CEO", "Ana Ruiz"},
	} {
		sc, _ := join(c.text)
		if got := of(sc, "a", c.words); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.text, c.words, got, c.want)
		}
	}
}
