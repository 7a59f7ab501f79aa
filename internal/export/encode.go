package export

import (
	"reflect"

	"github.com/stemma-news/stemma"
)

// encode writes what v points to as a line.
func encode(v any) ([]byte, error) {
	return stemma.Encode(reflect.ValueOf(v).Elem().Interface())
}
