-- KEYS: channel, generation. ARGV: message, a new generation.
redis.call('SET', KEYS[2], ARGV[2])
return redis.call('PUBLISH', KEYS[1], ARGV[1])
