package dump

import (
	"slices"
	"testing"
)

func TestClosing(t *testing.T) {
	for s, want := range map[string][]string{
		"Rain fell until further notice. - Reuters":                                       {"Reuters"},
		"Rain fell until further notice. -Reuters":                                        {"Reuters"},
		"Rain fell until further notice. AFP":                                             {"AFP"},
		"Rain fell until further notice. – Reuters, additional reporting: Observer staff": {"Reuters"},
		"Rain fell until further notice. - Reuters/AFP":                                   {"Reuters", "AFP"},
		"Rain fell until further notice. (AFP, dpa)":                                      {"AFP", "dpa"},
		"Rain fell until further notice. (AFP/jt)":                                        {"AFP"},
		"Rain fell until further notice. [Reuters]":                                       {"Reuters"},
		"Rain fell until further notice. /TASS/":                                          {"TASS"},
		"Rain fell until further notice. – with agencies":                                 {"Agencies"},
		"(With inputs from PTI)":                                                          {"Press Trust of India"},
		"AFP and Reuters":                                                                 {"AFP", "Reuters"},
		"- AFP Relaxnews":                                                                 {"AFP"},
		"Rain fell – The Guardian":                                                        {"The Guardian"},
		"Rain fell, he told Reuters.":                                                     nil,
		"Rain fell - and snow. He left.":                                                  nil,
		"Rain fell (it was Monday).":                                                      nil,
	} {
		if got, _ := closing(s); !slices.Equal(got, want) {
			t.Errorf("closing(%q) = %q, want %q", s, got, want)
		}
	}
}
