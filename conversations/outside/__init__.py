"""An AI of the company's own as the assistant of a conversation: it is asked over the API, and its reply is judged.

Start reading in `asking`, which ends a turn by asking; `replying` goes on with it, and `silence` where no reply comes.
"""
