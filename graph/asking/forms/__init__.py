"""The forms of questions: what each pattern of words means."""
