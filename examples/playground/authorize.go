package main

import (
	"fmt"
	"net/url"
)

func main() {
	parameters := url.Values{}
	parameters.Set("{{name}}", "{{value}}")
	// Send the person's browser there.
	fmt.Println("{{url}}?" + parameters.Encode())
}
