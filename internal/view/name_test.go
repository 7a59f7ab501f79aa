package view

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

func TestRoleWords(t *testing.T) {
	day := func(d int) *stemma.Date {
		from := time.Date(2027, 5, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: from, Until: from.AddDate(0, 0, 1)}
	}
	for _, c := range []struct {
		role stemma.Role
		want string
	}{
		{stemma.Role{Role: "Harbour Authority head", Of: "Peru"}, "Harbour Authority head, Peru"},
		{stemma.Role{Role: "mayor", From: day(4), Until: day(4)}, "mayor, on 4 May 2027"},
		{stemma.Role{Role: "mayor", From: day(4), Until: day(9)}, "mayor, from 4 May 2027 to 9 May 2027"},
		{stemma.Role{Role: "mayor", From: day(4)}, "mayor, since 4 May 2027"},
	} {
		if got := RoleWords(c.role); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
