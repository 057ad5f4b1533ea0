select body from dialogue
where body not like :same
