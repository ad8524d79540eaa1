"""What is asked, as data: a question's logical form and its parts."""
