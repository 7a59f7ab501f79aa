package thread

import (
	"testing"

	"github.com/stemma-news/stemma/internal/dump/line"
)

// TestHeadLines holds what lines of many forum programs are taken for, and
// whose name they give.
func TestHeadLines(t *testing.T) {
	for _, c := range []struct {
		line   string
		class  Class
		author string
	}{
		{"June 14, 20241 yr", Stamp, ""},
		{"14 June 20242 mo", Stamp, ""},
		{"Jun 14, 2024 10:33 AM in response to ann", Stamp, ""},
		{"2y", Stamp, ""},
		{"3mo", Stamp, ""},
		{"a year ago", Stamp, ""},
		{"over 3 years ago", Stamp, ""},
		{"Old 06-14-2024, 10:33 AM", Stamp, ""},
		{"Originally posted on 14 June 2024", Stamp, ""},
		{"Posted: Fri Jun 14, 2024 10:33 am    Post subject: Re: the old bridge", Stamp, ""},
		{"发表于 2024-6-14 10:33:21 | 只看该作者", Stamp, ""},
		{"May 2023", Short, ""}, // a month of an archive, as likely
		{"ann on June 14, 2024 | parent | next [–]", By, "ann"},
		{"ann 3 hours ago | parent | context | favorite | on: The old bridge", By, "ann"},
		{"[–]ann 12 points 3 years ago", By, "ann"},
		{"ann • 2y ago", By, "ann"},
		{"ann · 14/06/2024 10:33", By, "ann"},
		{"by ann ( 12345 ) on Friday June 14, 2024 @10:33AM (#6412345)", By, "ann"},
		{"ann (talk) 10:33, 14 June 2024 (UTC)", By, "ann"},
		{"ann commented on Jun 14, 2024", By, "ann"},
		{"ann commented Jun 14, 2024 • edited", By, "ann"},
		{"ann, 14 June 2024 #3", By, "ann"},
		{"Post by ann » Fri Jun 14, 2024 10:33 am", By, "ann"},
		{"#12", Number, ""},
	} {
		ls := line.Split(c.line)
		got := Classes(ls)[0]
		if name := authorOn(&ls[0], got); got != c.class || name != c.author {
			t.Errorf("%q: class %d of %q, want %d of %q", c.line, got, name, c.class, c.author)
		}
	}
}
