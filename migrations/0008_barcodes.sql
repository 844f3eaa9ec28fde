-- What stands under the bars of a product of one's own, in the shortest form that holds it, so that zeros in front make
-- no other. Of two foods that were brought together with one barcode the first counts.

ALTER TABLE own_food ADD COLUMN barcode TEXT CHECK (barcode NOT GLOB '*[^0-9]*' AND length(barcode) IN (8, 12, 13, 14));
CREATE INDEX own_food_by_barcode ON own_food (barcode) WHERE barcode IS NOT NULL;
