-- A record with one revision that was written and approved in one transaction may have come by a bundle, with what somebody had
-- corrected elsewhere. What its row said is not certain, so an import asks; certain is what an import has marked as its own.
DELETE FROM "DatasetRow" d WHERE d."revisionNumber" = 1 AND NOT EXISTS (
  SELECT FROM "AuditEntry" a WHERE a."recordId" = d."recordId" AND a."revisionNumber" = 1 AND a."action" = 'dataset.change');
