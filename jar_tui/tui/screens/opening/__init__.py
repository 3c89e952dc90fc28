"""The screens of an opening: the threshold, one slip at a time, all of them side by side."""
