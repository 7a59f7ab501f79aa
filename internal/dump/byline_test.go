package dump

import "testing"

func TestGlued(t *testing.T) {
	for s, want := range map[string]int{"ByAnn Example": 2, "By Ann Example": 0, "Byron Hale": 0, "By": 0} {
		if got := glued(s); got != want {
			t.Errorf("glued(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestPlainName(t *testing.T) {
	for s, want := range map[string]bool{"Ann Example": true, "View All": false, "Table of Contents": false, "Member Log In": false} {
		if got := plainName(s); got != want {
			t.Errorf("plainName(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestBylineLabel(t *testing.T) {
	for s, want := range map[string]bool{"By": true, "Author:": true, "Written by": true, "By the river": false, "": false} {
		if got := bylineLabel(s); got != want {
			t.Errorf("bylineLabel(%q) = %v, want %v", s, got, want)
		}
	}
}
