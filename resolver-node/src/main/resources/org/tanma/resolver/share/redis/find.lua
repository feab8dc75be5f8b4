-- KEYS: generation, fence, answers. ARGV: question, a new generation. Answers: generation, fence, answer or false.
local generation = redis.call('GET', KEYS[1])
if not generation then
  generation = ARGV[2]
  redis.call('SET', KEYS[1], generation)
end
local fence = redis.call('GET', KEYS[2]) or '0'
local kept = redis.call('HGET', KEYS[3], ARGV[1])
if kept then
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  if tonumber(string.sub(kept, 1, 13)) < now or string.sub(kept, 14, 45) ~= generation then
    kept = false
  else
    kept = string.sub(kept, 46)
  end
end
return {generation, fence, kept}
