"""What a sitting's answers say of its forms and items, by classical test theory; and the cut score that judges' ratings make."""
