package event

import "testing"

// TestWhen holds which time a happening takes that has none of its own.
func TestWhen(t *testing.T) {
	for _, c := range []struct{ text, mode, when string }{
		{"In 2012 an accident at the mill killed eight monks.", "disaster", "2012"},
		{"In 2012 there was an accident. A storm killed eight monks.", "disaster", ""},
	} {
		found := false
		for _, x := range Find(article("a", c.text), nil, nil, nil) {
			got := ""
			if x.When != nil {
				got = x.When.Text
			}
			found = found || x.Mode == c.mode && got == c.when
		}
		if !found {
			t.Errorf("%q: no %s of %q", c.text, c.mode, c.when)
		}
	}
}
