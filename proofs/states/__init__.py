"""What `states-round`, `states-delivery`, `states-template` and `states-mandate` share: any commands in any order, held
against what must always be true. Each is a proof of its own, for each takes long."""
