-- Whoever reads the public record with an API token has a budget of requests of its own. The public's role may ask whether
-- the hash of a token is that of one that works, and learns its id, nothing else. See docs/decisions/092-following.md.
CREATE FUNCTION public.token_of(token_hash text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT t."id" FROM public."ApiToken" t JOIN public."User" u ON u."id" = t."userId"
  WHERE t."tokenHash" = token_hash AND t."revokedAt" IS NULL AND t."expiresAt" > clock_timestamp() AND u."active"
$$;

REVOKE ALL ON FUNCTION public.token_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.token_of(text) TO rapporteur_reader;
