"""The learner's side, in TypeScript, and how Python builds it (`counteroffer.web.bundle`)."""
