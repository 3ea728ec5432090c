events-title = Events
events-sub = Month by month, a year ahead and further.
events-past = Past events
events-past-sub = The latest first.
events-filters = Which events
events-by-kind = By kind
events-by-host = By host
events-all-kinds = All
events-all-hosts = All hosts
events-forums = Forums
events-thematic = Thematic meetings
events-briefings = Briefings
events-written = Written procedures
events-none = Nothing is announced yet.
events-none-next = Subscribe to the calendar of all public events at the foot of this page: what is announced appears in it by itself.
events-none-past = Nothing has been held yet.
events-none-past-next = What has taken place will stand here, with its outcomes.
events-none-such = There is nothing like that now.
events-none-such-next = Another kind or host may have something.
events-show-all = Show all
events-to-past = Past events
events-to-coming = Events to come

seats-room-open = no limit in the room
seats-online-open = no limit online
seats-room-full = the room is full
seats-online-full = online is full
seats-room-waiting = the room is full, { $n } waiting
seats-online-waiting = online is full, { $n } waiting
seats-room-left = { $n ->
    [one] one seat left in the room
   *[other] { $n } seats left in the room
}
seats-online-left = { $n ->
    [one] one place left online
   *[other] { $n } places left online
}
