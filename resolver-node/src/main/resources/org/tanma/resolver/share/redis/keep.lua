-- KEYS: generation, fence, answers. ARGV: generation, fence, question, answer, milliseconds to keep it, most questions.
if redis.call('GET', KEYS[1]) ~= ARGV[1] or (redis.call('GET', KEYS[2]) or '0') ~= ARGV[2] then
  return 0
end
if redis.call('HLEN', KEYS[3]) >= tonumber(ARGV[6]) then
  redis.call('DEL', KEYS[3])
end
local time = redis.call('TIME')
local expiry = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000) + tonumber(ARGV[5])
redis.call('HSET', KEYS[3], ARGV[3], string.format('%013d', expiry) .. ARGV[1] .. ARGV[4])
if redis.call('PTTL', KEYS[3]) < tonumber(ARGV[5]) then
  redis.call('PEXPIRE', KEYS[3], ARGV[5])
end
return 1
