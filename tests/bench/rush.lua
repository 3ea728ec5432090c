-- wrk -s rush.lua ADDRESS -- TOKENS EVENT MODE: each token of the file registers once for the event; then nobody asks any more.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long micros; } bench_time; int gettimeofday(bench_time *, void *);")

local tokens, path, body, asked, began = {}, nil, nil, 0, nil
local thread_of_done
made, refused, took = 0, 0, 0

local function now()
  local time = ffi.new("bench_time")
  ffi.C.gettimeofday(time, nil)
  return tonumber(time.seconds) + tonumber(time.micros) / 1e6
end

function setup(thread)
  thread_of_done = thread
end

function init(arguments)
  for token in io.lines(arguments[1]) do
    tokens[#tokens + 1] = token
  end
  path = "/api/v1/events/" .. arguments[2] .. "/registrations"
  body = '{"mode":"' .. arguments[3] .. '"}'
end

function delay()
  return asked < #tokens and 0 or 60000
end

function request()
  began = began or now()
  asked = asked + 1
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. (tokens[asked] or "") }
  return wrk.format("POST", path, headers, body)
end

function response(status)
  if status == 201 then
    made = made + 1
    took = now() - began
  elseif status ~= 401 then
    -- A connection or two asks once more when there is no token left.
    refused = refused + 1
  end
end

function done()
  local get = function(name) return tonumber(thread_of_done:get(name)) end
  print(string.format("made %d in %.4f s, refused %d", get("made"), get("took"), get("refused")))
end
