-- API tokens that did not work at the public site, counted for all its instances together and apart from those of the desk: the
-- public's role can add to this one count, and learns in how many seconds another may be tried, or null while it still may.
CREATE FUNCTION public.count_failed_token(network text, times integer, seconds integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  SELECT history.count_try('reading-token:' || left(network, 60), times, least(seconds, 86400))
$$;

-- Some bytes of a piece of a file, so that whoever asks for one is not handed a million; null once the export is not shown any
-- more. `read_export_chunk` stays for the instances that still run while others are brought up to date.
CREATE FUNCTION public.read_export_part(of_version bigint, of_path text, of_number integer, after_byte integer, byte_count integer) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT substring(c."bytes" FROM after_byte + 1 FOR byte_count) FROM history.shown_exports() e JOIN public."ExportChunk" c ON c."version" = e."version"
  WHERE e."version" = of_version AND c."path" = of_path AND c."number" = of_number
$$;

REVOKE ALL ON FUNCTION public.count_failed_token(text, integer, integer), public.read_export_part(bigint, text, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.count_failed_token(text, integer, integer), public.read_export_part(bigint, text, integer, integer, integer) TO rapporteur_reader;
