/**
 * One script a verb, so that each is atomic. All keys of a tenant share a hash slot, and every key that a script touches
 * is passed to it, as clusters require (redis.io/docs, "Scripting with Lua").
 *
 * - KEYS[1] the entry, a hash: `fp`, `owner`, `fence`, `lease` and `expires` (milliseconds since 1970), `policy`, `record`
 * - KEYS[2] its tenant's keys by expiry, a sorted set
 * - KEYS[3] lengths of its tenant's records by key, a hash; `*` is the sum
 * - KEYS[4] its tenant's keys in flight by end of their lease, a sorted set
 * - ARGV[1] the time, in tests; else empty, and it is the server's: clients' clocks disagree
 * - ARGV[2] the key's name in the sorted sets
 */
const shared = `
local entry, index, sizes, open = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local member = ARGV[2]
local now
if ARGV[1] ~= '' then
  now = tonumber(ARGV[1])
else
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local function forget(name)
  local size = redis.call('HGET', sizes, name)
  if size then
    redis.call('HDEL', sizes, name)
    redis.call('HINCRBY', sizes, '*', -tonumber(size))
  end
  redis.call('ZREM', open, name)
  return redis.call('ZREM', index, name)
end
local function last(key, milliseconds)
  if redis.call('PTTL', key) < milliseconds then redis.call('PEXPIRE', key, milliseconds) end
end
`

/** Gives the time until the key is forgotten when owner and fence are the last ones and no record is there. */
const held = `
local function held(owner, fence)
  local known = redis.call('HMGET', entry, 'owner', 'fence', 'expires')
  if known[1] ~= owner or known[2] ~= fence or redis.call('HEXISTS', entry, 'record') == 1 then return false end
  local left = tonumber(known[3]) - now
  return left > 0 and left
end
`

/** ARGV: fingerprint, owner, lease, ttl, policy, keys at most, bytes at most, keys in flight at most, wait when those are too many. */
const reserve = `${shared}
local fingerprint, owner, policy = ARGV[3], ARGV[4], ARGV[7]
local lease, ttl = tonumber(ARGV[5]), tonumber(ARGV[6])
local known = redis.call('HMGET', entry, 'expires', 'fp', 'record', 'lease', 'policy')
if known[1] and tonumber(known[1]) > now then
  if known[2] ~= fingerprint then return {'mismatch'} end
  if known[3] then return {'completed', known[3]} end
  if tonumber(known[4]) > now then return {'in-progress', tonumber(known[4]) - now} end
  if known[5] == 'block' then return {'in-progress', tonumber(known[1]) - now} end
  redis.call('HSET', entry, 'owner', owner, 'lease', now + lease)
  redis.call('ZADD', open, now + lease, member)
  last(open, ttl)
  return {'reserved', redis.call('HINCRBY', entry, 'fence', 1)}
end
redis.call('DEL', entry)
forget(member)
local function is_full()
  return redis.call('ZCARD', index) >= tonumber(ARGV[8]) or tonumber(redis.call('HGET', sizes, '*') or 0) >= tonumber(ARGV[9])
end
for _ = 1, 10 do
  local dead = redis.call('ZRANGEBYSCORE', index, '-inf', now, 'LIMIT', 0, 100)
  for _, name in ipairs(dead) do forget(name) end
  if #dead < 100 or not is_full() then break end
end
if is_full() then
  local first = redis.call('ZRANGE', index, 0, 0, 'WITHSCORES')
  return {'full', math.max(tonumber(first[2] or now) - now, 1000)}
end
redis.call('ZREMRANGEBYSCORE', open, '-inf', now)
if redis.call('ZCARD', open) >= tonumber(ARGV[10]) then return {'full', tonumber(ARGV[11])} end
redis.call('HSET', entry, 'fp', fingerprint, 'owner', owner, 'fence', 1, 'lease', now + lease, 'expires', now + ttl, 'policy', policy)
redis.call('PEXPIRE', entry, ttl)
redis.call('ZADD', index, now + ttl, member)
redis.call('ZADD', open, now + lease, member)
last(index, ttl)
last(open, ttl)
return {'reserved', 1}
`

/** ARGV: owner, fence, lease. */
const extend = `${shared}${held}
if not held(ARGV[3], ARGV[4]) then return {0} end
redis.call('HSET', entry, 'lease', now + tonumber(ARGV[5]))
redis.call('ZADD', open, now + tonumber(ARGV[5]), member)
return {1}
`

/** ARGV: owner, fence, record. */
const complete = `${shared}${held}
local left = held(ARGV[3], ARGV[4])
if not left then return {0} end
redis.call('HSET', entry, 'record', ARGV[5])
redis.call('HSET', sizes, member, #ARGV[5])
redis.call('HINCRBY', sizes, '*', #ARGV[5])
redis.call('ZREM', open, member)
last(sizes, left)
return {1}
`

/** ARGV: owner, fence. */
const release = `${shared}${held}
if not held(ARGV[3], ARGV[4]) then return {0} end
redis.call('DEL', entry)
forget(member)
return {1}
`

/**
 * Forgets the keys that it is given (KEYS[5] and on, their names from ARGV[3] on) and names some that are left, because a
 * script may only touch what was passed to it: called again until none is left. `entry` is not used.
 */
const purge = `${shared}
local removed = 0
for at = 5, #KEYS do
  redis.call('DEL', KEYS[at])
  removed = removed + forget(ARGV[at - 2])
end
local left = redis.call('ZRANGE', index, 0, 499)
if #left == 0 then redis.call('DEL', sizes, open) end
table.insert(left, 1, removed)
return left
`

export const scripts = { reserve, extend, complete, release, purge } as const
