"""The control room: live conversations of the assistant by risk, and what supervisors do over them."""
