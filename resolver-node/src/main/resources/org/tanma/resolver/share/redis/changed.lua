-- KEYS: channel, then fence and answers of each handle. ARGV: message, milliseconds a fence stands.
for i = 2, #KEYS, 2 do
  redis.call('INCR', KEYS[i])
  redis.call('PEXPIRE', KEYS[i], ARGV[2])
  redis.call('DEL', KEYS[i + 1])
end
return redis.call('PUBLISH', KEYS[1], ARGV[1])
