package token

import "slices"

// Unset is a list of n times -1, as stands for "none" where a stage notes an index
// by token, in the memory of list if that is enough.
func Unset(list []int32, n int) []int32 {
	list = slices.Grow(list[:0], n)[:n]
	if n == 0 {
		return list
	}
	list[0] = -1
	for k := 1; k < n; k *= 2 { // a copy is faster than a loop
		copy(list[k:], list[:k])
	}
	return list
}
